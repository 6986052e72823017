import { useMutation } from "@tanstack/react-query";
import type { MouseEvent, ReactNode } from "react";
import { useIntl } from "react-intl";
import { fetchFile } from "../api/diagrams";
import { actions } from "../state/store";
import { Fault } from "./Fault";
import { Loading } from "./Loading";
import { saveFile } from "./saving";

/**
 * A link to a file of the service that is saved when it is followed.
 *
 * Followed as a link, a failure would take the page's place; here it is said beside the link. With a key held, the
 * browser follows the link itself.
 */
export function FileLink({ address, look, children }: { address: string; look?: string; children: ReactNode }) {
  const intl = useIntl();
  const save = useMutation({
    mutationFn: () => fetchFile(address),
    onSuccess: ({ name, body }) => {
      saveFile(name, body);
      actions.announce(intl.formatMessage({ id: "share.saved" }, { name }));
    },
  });
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <div>
      <a className={look} href={address} onClick={follow}>
        {children}
      </a>
      {save.isPending ? <Loading /> : null}
      {save.error ? <Fault error={save.error} retry={() => save.mutateAsync().catch(() => undefined)} /> : null}
    </div>
  );
}
