import { FormattedMessage } from "react-intl";
import { useEntity } from "../api/entities";
import { EntityLinks } from "./EntityLinks";

interface Properties {
  readonly id: string;
  readonly choose: (topic: string) => void;
}

/** The topics directly below and above one in our order of them, each of which can be chosen. */
export function TopicsAround({ id, choose }: Properties) {
  const { data: entity } = useEntity(id);
  if (!entity) return null;
  return (
    <>
      <EntityLinks ids={entity.narrower} choose={choose}>
        <FormattedMessage id="evidence.narrower" />
      </EntityLinks>
      <EntityLinks ids={entity.broader} choose={choose}>
        <FormattedMessage id="evidence.broader" />
      </EntityLinks>
    </>
  );
}
