import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { asFault } from "../api/faults";

/** What went wrong, where it matters, and the way to try again. */
export function Fault({ error, retry }: { error: unknown; retry: () => void }) {
  const fault = asFault(error);
  return (
    <div className="fault" role="alert">
      <p>
        <FormattedMessage id="fault.title" />{" "}
        {fault.type === "network" ? <FormattedMessage id="fault.network" /> : fault.message}
      </p>
      <Button className="button" onPress={retry}>
        <FormattedMessage id="fault.retry" />
      </Button>
    </div>
  );
}
