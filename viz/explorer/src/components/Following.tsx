import type { AnchorHTMLAttributes, MouseEvent } from "react";

interface Properties extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
  readonly follow: () => void;
}

/** A link within the explorer: it changes the state, and opens as a page where one asks for another tab. */
export function Following({ href, follow, children, ...link }: Properties) {
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    follow();
  };
  return (
    <a href={href} onClick={onClick} {...link}>
      {children}
    </a>
  );
}
