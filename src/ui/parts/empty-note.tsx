import type { ReactNode } from 'react';

/** Says why there is nothing here, and what to do about it. */
export function EmptyNote({
  title,
  help,
  children,
}: {
  readonly title: string;
  readonly help?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="empty-note">
      <p className="empty-title">{title}</p>
      {help === undefined ? null : <p className="muted">{help}</p>}
      {children}
    </div>
  );
}
