/** How long and with how many clients to send; `apart`: web and worker in a process each. */
export type Options = { readonly seconds: number; readonly clients: number; readonly apart: boolean };
