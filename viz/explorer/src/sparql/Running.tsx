import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";

/** How long a query has been running, and the way to end it. */
export function Running({ cancel }: { cancel: () => void }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="loading">
      <FormattedMessage id="sparql.running" values={{ seconds }} />{" "}
      <Button className="button" onPress={cancel}>
        <FormattedMessage id="sparql.cancel" />
      </Button>
    </p>
  );
}
