import { App } from 'antd';
import { useText } from '../../i18n/language.ts';
import { unsentCount } from './store.ts';
import { fieldWords } from './words.ts';

/** Asks before signing out where that would lose what was done in the field and not sent. */
export function useMaySignOut(): () => Promise<boolean> {
  const text = useText(fieldWords);
  const { modal } = App.useApp();
  return async () => {
    const unsent = await unsentCount();
    if (unsent === 0) return true;
    return await modal.confirm({
      title: text.leave,
      content: text.leaveWhy(unsent),
      okText: text.leaveOk,
      okButtonProps: { danger: true },
      cancelText: text.stay,
    });
  };
}
