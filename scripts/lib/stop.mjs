/** Exit statuses of the scripts (sysexits.h), so that a caller can tell the causes apart. */
export const STATUS = { failed: 1, unavailable: 69, internal: 70 };

/** Ends a command with a message for people and an exit status; anything else thrown is a defect. */
export class Stop extends Error {
  /**
   * @param {string} message what happened and what to do next
   * @param {number} status exit status
   */
  constructor(message, status = STATUS.unavailable) {
    super(message);
    this.status = status;
  }
}
