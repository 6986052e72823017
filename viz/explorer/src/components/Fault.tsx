import { useLayoutEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { asFault } from "../api/faults";
import { Loading } from "./Loading";

/**
 * What went wrong, where it matters, and the way to try again; while it is tried, that.
 *
 * Once it went well, the keyboard is at what the fault stood in, since the button that it pressed is gone.
 */
export function Fault({ error, retry }: { error: unknown; retry: () => unknown }) {
  const fault = asFault(error);
  const box = useRef<HTMLDivElement>(null);
  const [isTrying, setTrying] = useState(false);
  useLayoutEffect(() => {
    const shown = box.current;
    return () => {
      if (!shown?.contains(document.activeElement)) return;
      const around = shown.closest<HTMLElement>("[role=dialog], search, main");
      const field = around?.matches("search") ? around.querySelector("input") : around;
      field?.focus({ preventScroll: true });
    };
  }, []);
  const tryAgain = async () => {
    setTrying(true);
    try {
      await retry();
    } finally {
      setTrying(false);
    }
  };
  return (
    <div className="fault" role="alert" ref={box}>
      <p>
        <FormattedMessage id="fault.title" />{" "}
        {fault.type === "network" ? <FormattedMessage id="fault.network" /> : fault.message}
      </p>
      <Button className="button" isPending={isTrying} onPress={tryAgain}>
        <FormattedMessage id="fault.retry" />
      </Button>
      {isTrying ? <Loading /> : null}
    </div>
  );
}
