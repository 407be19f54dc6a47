import { Component, Suspense, type ReactNode, createElement, use } from 'react';
import { Route, Switch } from 'wouter';
import { Skeleton } from '../ui/plain/notice.tsx';
import { Broken, NotFound } from './lost.tsx';
import { type Load, knowPages, once, usePathname } from './navigation.tsx';
import { pages } from './pages.ts';

knowPages(pages);

/** React tells of a fault in a page to a class only. */
class Guard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    return this.state.broken ? (
      <Broken reset={() => this.setState({ broken: false })} />
    ) : (
      this.props.children
    );
  }
}

const Page = ({ load }: { load: Load }) => createElement(use(once(load)));

/** The page the address names. A fault stays with its page: another address begins anew. */
export function Opened() {
  const pathname = usePathname();
  return (
    <Guard key={pathname}>
      <Suspense fallback={<Skeleton lines={6} />}>
        <Switch>
          {pages.map(({ path, load }) => (
            <Route key={path} path={path}>
              <Page load={load} />
            </Route>
          ))}
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
    </Guard>
  );
}
