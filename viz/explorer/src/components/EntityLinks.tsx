import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { useLabels } from "../api/graph";
import { useWords } from "./languages";

interface Properties {
  readonly ids: readonly string[];
  readonly choose: (id: string) => void;
  /** What they are, told before them. */
  readonly children: ReactNode;
}

/** Some entities by name, each of which can be chosen; nothing where there is none. */
export function EntityLinks({ ids, choose, children }: Properties) {
  const words = useWords();
  const names = useLabels(ids);
  if (!ids.length) return null;
  return (
    <div className="entity-links">
      <p className="hint">{children}</p>
      <ul className="plain">
        {ids.map((id) => {
          const name = names.get(id);
          return (
            <li key={id}>
              <Button className="link" onPress={() => choose(id)}>
                {name ? words(name) : id}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
