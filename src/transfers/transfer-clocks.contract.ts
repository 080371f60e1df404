import { z } from "zod";

/** 环节 the legs of a transfer, each with a clock: registered by case management, forwarded, received, decided, (reported up and settled,) fed back. */
export const TransferLeg = z.enum(["register", "forward", "receive", "decide", "settle", "feedback"]);
export type TransferLeg = z.infer<typeof TransferLeg>;

/** 线索性质 what the law gives days of its own for. */
export const TransferGround = z.enum(["ordinary", "duty-crime"]);
export type TransferGround = z.infer<typeof TransferGround>;

const count = z.number().int().min(0).max(365);
/** `days`: every day counts and the last one moves off a rest day; `workingDays`: rest days do not count. */
const Length = z.union([z.strictObject({ days: count }), z.strictObject({ workingDays: count })]);
export type Length = z.infer<typeof Length>;

/** 移送期限表 `clocks.yaml`, or an office's own file of the same shape. */
export const TransferClocks = z.strictObject({
  version: z.string().min(1),
  /** working numbers of the office: no law gives them */
  legs: z.record(TransferLeg, Length),
  /** where the law gives days: they go before the working number; `from` is the day the clue was found, or the day the leg starts */
  law: z.array(
    z.strictObject({ ground: TransferGround, leg: TransferLeg, from: z.enum(["found", "start"]), days: count, cite: z.string().min(1) }),
  ),
});
export type TransferClocks = z.infer<typeof TransferClocks>;

/** A leg with its clock, as it was reckoned when it began. `cite` null: a working number of the office, not law. */
export const Clock = z.object({ leg: TransferLeg, from: z.iso.date(), due: z.iso.date(), cite: z.string().nullable() });
export type Clock = z.infer<typeof Clock>;
