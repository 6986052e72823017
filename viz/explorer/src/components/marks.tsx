import type { LineLook } from "../api/vocabulary";
import { useVocabulary } from "../api/vocabulary";
import { useWords } from "./languages";

/** The sign of a class, as on the canvas. */
export function ClassMark({ id }: { id: string }) {
  const look = useVocabulary().classLook(id);
  return (
    <svg className="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <rect className="ground" width="16" height="16" rx="2" fill={look.tint} />
      <path d={look.glyph} fill={look.colour} fillRule="evenodd" />
    </svg>
  );
}

/** The line of a status, as on the canvas. */
export function LineMark({ look }: { look: LineLook }) {
  return (
    <svg className="mark" viewBox="0 0 40 12" width="40" height="12" aria-hidden="true">
      <rect className="ground" width="40" height="12" rx="2" fill="#fff" />
      <line
        x1="2"
        y1="6"
        x2="31"
        y2="6"
        stroke={look.colour}
        strokeWidth={look.width}
        strokeDasharray={look.dashes.join(" ")}
      />
      <path d={ARROWS[look.arrow]} fill={look.arrow === "vee" ? "none" : look.colour} stroke={look.colour} />
    </svg>
  );
}

const ARROWS: Readonly<Record<LineLook["arrow"], string>> = {
  triangle: "M31 2l7 4-7 4z",
  vee: "M31 2l7 4-7 4",
  bar: "M35 1.5v9",
  diamond: "M30 6l4-3.5 4 3.5-4 3.5z",
  circle: "M38 6a3.5 3.5 0 1 0-7 0a3.5 3.5 0 1 0 7 0z",
};

/** The status of a statement in words and by its line. */
export function StatusBadge({ modality }: { modality: string }) {
  const vocabulary = useVocabulary();
  const words = useWords();
  const term = vocabulary.modalities.get(modality);
  return (
    <span className="status" title={term && words(term.comment)}>
      <LineMark look={vocabulary.lineLook(modality)} />
      {term ? words(term.label) : modality}
    </span>
  );
}
