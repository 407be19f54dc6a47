/** How long and with how many clients to send; `together`: web and worker in one process. */
export type Options = { readonly seconds: number; readonly clients: number; readonly together: boolean };
