import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider, Modal, theme, type ThemeConfig } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { ApiError } from '../api.ts';
import '../tokens.css';
import { useStaff } from './session.ts';
import { SignInForm } from './sign-in.tsx';
import './staff.css';
import { staffWords } from './words.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
const followScheme = (listener: () => void) => {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
};

/** Does the reader's system ask for dark colours? */
export const useDark = (): boolean => useSyncExternalStore(followScheme, () => dark.matches);

/** The value of a token in tokens.css, as it stands in the reader's colour scheme. */
export const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Ant Design in the colours of tokens.css; its own algorithms only fill in the shades between. */
function themeOf(isDark: boolean): ThemeConfig {
  const own = {
    colorPrimary: token('brand'),
    colorLink: token('brand'),
    colorPrimaryText: token('brand'),
    colorPrimaryHover: token('brand-strong'),
    colorPrimaryActive: token('brand-strong'),
    colorError: token('red'),
    colorSuccess: token('green'),
    colorWarning: token('yellow'),
    colorText: token('text'),
    colorTextSecondary: token('text-soft'),
    colorTextTertiary: token('text-soft'),
    colorTextPlaceholder: token('text-soft'),
    colorTextDescription: token('text-soft'),
    colorBgContainer: token('surface'),
    colorBgLayout: token('ground'),
    colorBorder: token('field'),
    colorErrorBg: token('red-soft'),
    colorErrorBorder: token('red'),
    colorWarningBg: token('yellow-soft'),
    colorWarningBorder: token('yellow'),
    colorSuccessBg: token('green-soft'),
    colorInfo: token('brand'),
    colorInfoBg: token('brand-soft'),
    colorInfoBorder: token('brand'),
  };
  return {
    algorithm: [
      isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
      (_, map) => ({ ...(map ?? theme.defaultAlgorithm(_)), ...own }),
    ],
    token: { ...own, borderRadius: 8, fontFamily: 'var(--font)', fontSize: 15, controlHeight: 36 },
    components: {
      Button: {
        primaryColor: token('surface'),
        dangerColor: token('surface'),
        primaryShadow: 'none',
        defaultShadow: 'none',
      },
      Select: { optionSelectedBg: token('brand-soft'), optionActiveBg: token('ground') },
    },
  };
}

/** One client an end. A 401 of anything but the sign-in itself means that the session has ended. */
function makeClient(onExpired: () => void): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof ApiError && error.code === 'sign-in-first') onExpired();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // What the server has refused it will refuse again; what did not reach it may get through.
        retry: (failures, error) =>
          failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
      },
    },
  });
}

/** Asks for the password again over the page, so that nothing typed is lost. */
function ExpiredDialog({ expired, onDone }: { expired: boolean; onDone: () => void }) {
  const text = useText(staffWords);
  const { staff } = useStaff();
  return (
    <Modal
      open={expired && staff !== null}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      title={text.signInTitle}
      destroyOnHidden
    >
      <p>{text.expired}</p>
      <SignInForm onDone={onDone} />
    </Modal>
  );
}

/** The frame of a staff end: data, look and language. @param title of the browser's tab, in front of the product's name */
export function StaffApp({ title, children }: { title: string; children: ReactNode }) {
  const lang = useLanguage();
  const isDark = useDark();
  const { product } = useText(terms);
  const [expired, setExpired] = useState(false);
  const client = useMemo(() => makeClient(() => setExpired(true)), []);
  const config = useMemo(() => themeOf(isDark), [isDark]);
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider theme={config} locale={lang === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
        <App>
          {children}
          <ExpiredDialog expired={expired} onDone={() => setExpired(false)} />
        </App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
