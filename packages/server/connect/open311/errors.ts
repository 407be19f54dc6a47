/** An error as Open311 tells it: 404 for what is not there, 403 for a wrong or missing key, 400 for nearly all else. */
export class Open311Error extends Error {
  readonly status: 400 | 403 | 404;
  readonly descriptions: readonly string[];
  constructor(status: 400 | 403 | 404, ...descriptions: string[]) {
    super(descriptions.join('; '));
    this.status = status;
    this.descriptions = descriptions;
  }
}

/** The specification's list of errors. */
export const errorList = (code: number, descriptions: readonly string[]) =>
  descriptions.map((description) => ({ code, description }));
