import { Component, type ReactNode } from 'react';
import type { Texts } from '../text/texts.ts';

/** Stands in for the page when its own code fails: says so, and how to go on. */
export class ErrorBoundary extends Component<
  { readonly texts: Texts; readonly children: ReactNode },
  { readonly message: string | null }
> {
  override state: { readonly message: string | null } = { message: null };

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    const t = this.props.texts.workspace.state;
    return (
      <main className="crash" role="alert">
        <h1>{t.crashed}</h1>
        <p>{t.crashedHelp}</p>
        <p className="muted">{message}</p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {t.reload}
        </button>
      </main>
    );
  }
}
