/** The sign of what is not known, where there is any. */
export function UnknownKey({ count, words }: { readonly count: number; readonly words: string }) {
  if (count === 0) return null;
  return (
    <p className="layer-help unknown-key">
      <span className="swatch" data-verdict="no_data" aria-hidden="true" />
      {words}
    </p>
  );
}
