import { Button } from 'antd';
import { setLanguage, useLanguage, useText } from '../../i18n/language.ts';
import { staffWords } from './words.ts';

export function LanguageSwitch() {
  const lang = useLanguage();
  const text = useText(staffWords);
  const other = lang === 'zh' ? 'en' : 'zh';
  return (
    <Button type="text" lang={other === 'zh' ? 'zh-Hans' : 'en'} onClick={() => setLanguage(other)}>
      {text.otherLanguage}
    </Button>
  );
}
