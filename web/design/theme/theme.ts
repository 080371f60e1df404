import type { ThemeConfig } from "antd";

/** Colours that pass AA on white; antd's own greys and placeholder do not. The same values stand in base.css. */
export const COLOURS = {
  ink: "#1c2733",
  quiet: "#55606d",
  line: "#dfe3e8",
  accent: "#1d4f7c",
  tierA: "#9b1c1c",
  tierB: "#9a5b00",
  tierC: "#46618a",
  met: "#1b6b3a",
  notMet: "#6b7480",
  removed: "#b9c0c9",
} as const;

export const TIER_COLOURS = { A: COLOURS.tierA, B: COLOURS.tierB, C: COLOURS.tierC } as const;

export const FONT =
  '"Source Han Sans SC","Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",-apple-system,"Segoe UI",system-ui,sans-serif';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: COLOURS.accent,
    colorLink: COLOURS.accent,
    // antd lightens what is hovered, below AA on the grey of a hovered row
    colorLinkHover: "#163d60",
    colorLinkActive: "#163d60",
    // antd draws the focus of its buttons with this
    colorPrimaryBorder: COLOURS.accent,
    colorPrimaryHover: "#163d60",
    colorPrimaryActive: "#12324f",
    colorText: COLOURS.ink,
    colorTextSecondary: COLOURS.quiet,
    colorTextTertiary: COLOURS.quiet,
    colorTextDescription: COLOURS.quiet,
    colorTextPlaceholder: "#66707c",
    colorTextDisabled: "#66707c",
    colorBorder: "#aab2bc",
    colorError: "#a61b1b",
    colorErrorText: "#a61b1b",
    colorWarning: "#8a5200",
    colorSuccess: COLOURS.met,
    borderRadius: 4,
    fontFamily: FONT,
    fontSize: 14,
    lineHeight: 1.6,
    controlHeight: 34,
    motion: false,
    wireframe: false,
  },
  components: { Form: { itemMarginBottom: 16, verticalLabelPadding: "0 0 4px" } },
};
