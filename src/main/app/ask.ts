import { type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';

/** A question with answers to choose from. */
export type Question = Required<Pick<MessageBoxOptions, 'message' | 'detail' | 'buttons'>> &
  Pick<MessageBoxOptions, 'defaultId' | 'cancelId'>;

/** Asks, over the window where one is open. @returns the place of the answer among the buttons */
export async function ask(window: BrowserWindow | null, question: Question): Promise<number> {
  const options: MessageBoxOptions = { type: 'warning', noLink: true, ...question };
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return response;
}
