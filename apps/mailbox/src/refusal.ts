/** What was asked cannot be done, and it is the asker's to change: a status from 400 to 499 and a sentence. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
