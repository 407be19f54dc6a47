import { type ComponentProps, type ComponentType, useEffect } from 'react';
import { useLocation, useParams, useSearch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';

/** Moving about the citizen's end: small, for a phone pays for every kilobyte. docs/decisions/0025-small-router.md */
type Target = {
  to: string;
  /** For the `$names` in `to`. */
  params?: Readonly<Record<string, string>>;
  /** Behind the question mark; what is undefined is left out. */
  search?: Readonly<Record<string, string | undefined>>;
};

function addressOf({ to, params = {}, search = {} }: Target): string {
  const path = to.replace(/\$(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const given = Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

export type Load = () => Promise<ComponentType>;
type PageAt = { readonly path: string; readonly load: Load };

let pages: readonly PageAt[] = [];
/** Tells what there is to fetch ahead. The pages link to one another, so this file cannot ask for them itself. */
export const knowPages = (all: readonly PageAt[]): void => {
  pages = all;
};

const loaded = new Map<Load, Promise<ComponentType>>();

/** Each page is fetched once; one that could not be fetched is asked for again the next time. */
export function once(load: Load): Promise<ComponentType> {
  const known = loaded.get(load);
  if (known) return known;
  const fresh = load();
  loaded.set(load, fresh);
  fresh.catch(() => loaded.delete(load));
  return fresh;
}

/** Fetches the page of an address, so that it is there when it is opened. */
export async function preload(address: string): Promise<void> {
  const path = address.split('?')[0] ?? '/';
  const page = pages.find((one) => new RegExp(`^${one.path.replace(/:\w+/g, '[^/]+')}$`).test(path));
  if (page) await once(page.load);
}

/** A page that takes longer than this to come is shown as coming, in ms. */
const pendingAfter = 200;
const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

type Move = Target & { replace?: boolean; resetScroll?: boolean };

function go({ replace = false, resetScroll = true, ...target }: Move): void {
  const address = addressOf(target);
  const move = () => {
    navigate(address, { replace });
    if (resetScroll) scrollTo(0, 0);
  };
  // Even if it cannot be fetched: the page says so itself.
  void Promise.race([preload(address), wait(pendingAfter)]).then(move, move);
}

export const useGo = () => go;
export const usePathname = (): string => useLocation()[0];

/** A word of the page's address, by its name in the route. */
export function useParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams();
  return params[name] ?? '';
}

/** A value behind the question mark. */
export const useSearched = (name: string): string | undefined =>
  new URLSearchParams(useSearch()).get(name) ?? undefined;

type LinkProps = Target & Omit<ComponentProps<'a'>, 'href'>;

/** A link within the citizen's end; a click with a key held, or another button, is the browser's own. */
export function Link({ to, params, search, onClick, children, ...rest }: LinkProps) {
  const here = usePathname();
  const target = { to, ...(params ? { params } : {}), ...(search ? { search } : {}) };
  const address = addressOf(target);
  const path = address.split('?')[0] ?? '/';
  const current = path === here || (path !== '/' && here.startsWith(`${path}/`));
  const soon = () => void preload(address).catch(() => undefined);
  return (
    <a
      {...rest}
      href={address}
      aria-current={current ? 'page' : undefined}
      onPointerEnter={soon}
      onFocus={soon}
      onClick={(event) => {
        onClick?.(event);
        const own = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
        if (own || event.defaultPrevented) return;
        event.preventDefault();
        go(target);
      }}
    >
      {children}
    </a>
  );
}

/** Goes elsewhere as soon as it is shown. */
export function Navigate({ to }: { to: string }) {
  useEffect(() => go({ to, replace: true }), [to]);
  return null;
}
