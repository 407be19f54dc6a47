import type { Problem } from '@suban/domain/api.ts';

/** What the server refused, or that it could not be reached (`offline`). `code` is stable; the words are for people. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly problem: Problem;
  constructor(status: number, problem: Problem) {
    super(problem.message);
    this.status = status;
    this.code = problem.code;
    this.problem = problem;
  }
}

const offline: Problem = {
  code: 'offline',
  message: '网络不通，请稍后再试',
  messageEn: 'No connection. Please try again',
};
const unreadable: Problem = {
  code: 'unreadable-answer',
  message: '服务器答复异常，请稍后再试',
  messageEn: 'The server gave no readable answer',
};

async function call<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init });
  } catch {
    throw new ApiError(0, offline);
  }
  if (response.status === 204) return undefined as T;
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== undefined) return body as T;
  throw new ApiError(response.status, isProblem(body) ? body : unreadable);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body;
}

export const get = <T>(path: string): Promise<T> => call<T>(path, {});

export const post = <T>(path: string, body: unknown = {}): Promise<T> =>
  call<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Sends a file as a form. */
export const postFile = <T>(path: string, file: Blob): Promise<T> =>
  call<T>(path, { method: 'POST', body: fileForm(file) });

/** Uploads a photo or recording and gives its id. @param taken when (ms) and where, to be told with it */
export const upload = (
  file: Blob,
  taken?: { readonly at: number; readonly lat?: number; readonly long?: number },
): Promise<{ id: string }> => {
  const form = fileForm(file);
  if (taken) form.set('takenAt', new Date(taken.at).toISOString());
  if (taken?.lat !== undefined && taken.long !== undefined) {
    form.set('lat', `${taken.lat}`);
    form.set('long', `${taken.long}`);
  }
  return call('/api/files', { method: 'POST', body: form });
};

function fileForm(file: Blob): FormData {
  const form = new FormData();
  form.set('file', file);
  return form;
}

/**
 * Fetches a file.
 * @param onProgress the part received so far, 0 to 1, where the server tells how long it is
 * @throws ApiError as every call does
 */
export async function download(path: string, onProgress: (part: number) => void): Promise<Blob> {
  const response = await fetch(path, { credentials: 'same-origin' }).catch(() => {
    throw new ApiError(0, offline);
  });
  if (!response.ok || response.body === null) {
    const body: unknown = await response.json().catch(() => null);
    throw new ApiError(response.status, isProblem(body) ? body : unreadable);
  }
  const length = Number(response.headers.get('content-length'));
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  const reader = response.body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      chunks.push(part.value);
      received += part.value.length;
      if (length > 0) onProgress(Math.min(1, received / length));
    }
  } catch {
    throw new ApiError(0, offline);
  }
  return new Blob(chunks, { type: response.headers.get('content-type') ?? '' });
}

/**
 * The same for a page, which shows how far it has come.
 * @param onProgress the part sent so far, 0 to 1 (fetch cannot tell it)
 */
export function uploadShown(file: Blob, onProgress: (part: number) => void): Promise<{ id: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.responseType = 'json';
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => reject(new ApiError(0, offline));
    request.onload = () => {
      const body: unknown = request.response;
      if (request.status === 201 && isUploaded(body)) resolve(body);
      else reject(new ApiError(request.status, isProblem(body) ? body : unreadable));
    };
    request.send(fileForm(file));
  });
}

function isUploaded(body: unknown): body is { id: string } {
  return typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string';
}

/** The id that makes a command safe to send again: keep it until the server has answered. */
export const newRequestId = (): string => crypto.randomUUID();
