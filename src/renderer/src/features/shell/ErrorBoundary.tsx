import { Component, type ReactNode } from 'react';
import { CATALOGUES, type Language } from '../../../../shared/i18n/index.js';
import { MAIN_BUTTON } from '../settings/controls/styles.js';

interface Props {
  readonly children: ReactNode;
}

/** Instead of an empty window after a defect of the page: what happened, and a way back. Monitoring is not affected. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const texts = CATALOGUES[(document.documentElement.lang as Language) || 'zh-CN'];
    return (
      <main className="mx-auto grid max-w-md gap-3 p-8">
        <h1 className="text-title font-bold">{texts['ui.broken']}</h1>
        <p className="text-dim">{texts['ui.broken.note']}</p>
        <button
          type="button"
          onClick={() => location.reload()}
          className={`${MAIN_BUTTON} justify-self-start`}
        >
          {texts['ui.reload']}
        </button>
      </main>
    );
  }
}
