import { Component, type ReactNode } from "react";
import { Problem } from "#web/design/state/state.tsx";

type State = { readonly error: unknown };

/** A fault of one page leaves the navigation standing. React offers this only as a class. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };
  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }
  override render() {
    return this.state.error === null ? this.props.children : <Problem error={this.state.error} onRetry={() => window.location.reload()} />;
  }
}
