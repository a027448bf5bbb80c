import type { BrowserWindow } from 'electron';
import type { ReportView } from '../../shared/report/view.js';

/** Longest wait for the page of a report, ms: it draws in a tenth of that on a busy machine (ours). */
const WAIT_MS = 20_000;

/** Makes reports, one after the other: a page of ours, which is never seen, draws one, and is printed into a file. */
export class ReportPrinter {
  private current: { readonly view: ReportView; readonly drawn: () => void } | null = null;
  private last: Promise<unknown> = Promise.resolve();

  /** @param open makes the window and loads its page */
  constructor(private readonly open: () => Promise<BrowserWindow>) {}

  /** What the page shall show; null: no report is being made. */
  get view(): ReportView | null {
    return this.current?.view ?? null;
  }

  /** The page says that everything is drawn. */
  ready(): void {
    this.current?.drawn();
  }

  /** Makes a report. @returns a PDF file @throws Error when the page does not come, or goes away */
  print(view: ReportView): Promise<Uint8Array> {
    const printed = this.last.then(() => this.printNow(view));
    this.last = printed.catch(() => undefined);
    return printed;
  }

  private async printNow(view: ReportView): Promise<Uint8Array> {
    let late: NodeJS.Timeout | undefined;
    const drawn = new Promise<void>((resolve, reject) => {
      this.current = { view, drawn: resolve };
      late = setTimeout(() => reject(new Error('the page of the report did not come')), WAIT_MS);
    });
    // It is waited for only after the page was loaded.
    drawn.catch(() => undefined);
    let window: BrowserWindow | undefined;
    try {
      window = await this.open();
      await drawn;
      return await window.webContents.printToPDF({
        pageSize: 'A4',
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
      });
    } finally {
      clearTimeout(late);
      this.current = null;
      window?.destroy();
    }
  }
}
