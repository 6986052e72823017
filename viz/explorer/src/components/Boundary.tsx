import { Component, type ReactNode } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";

/**
 * Keeps a fault of one view from taking the rest of the page away.
 *
 * Trying again loads the page anew, since a view's code that failed to come is never asked for twice: the address
 * holds all that is shown.
 */
export class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="fault" role="alert">
        <p>
          <FormattedMessage id="fault.view" />
        </p>
        <Button className="button" onPress={() => location.reload()}>
          <FormattedMessage id="fault.retry" />
        </Button>
      </div>
    );
  }
}
