import { Button } from "react-aria-components";
import { useEntity } from "../api/entities";
import { actions } from "../state/store";
import { useName } from "./languages";
import { ClassMark } from "./marks";

/** The name of an entity, which chooses it. */
export function EntityLink({ id }: { id: string }) {
  const name = useName();
  const { data } = useEntity(id);
  return (
    <Button className="link" onPress={() => actions.selectEntity(id)}>
      {data ? <ClassMark id={data.class} /> : null} {data ? name(data) : id}
    </Button>
  );
}
