import en from "~/i18n/messages/en/checks";
import zhCN from "~/i18n/messages/zh-CN/checks";

export interface Said {
  readonly message: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

const catalogues: readonly Readonly<Record<string, string>>[] = [zhCN, en];

/** The sentence of a complaint in Chinese. Throws when either language lacks it or leaves a blank unfilled. */
export const sentenceOf = ({ message, params = {} }: Said): string => {
  const [sentence = ""] = catalogues.map((catalogue) => {
    const text = catalogue[message.replace(/^checks\./u, "")];
    if (text === undefined) throw new Error(`no text for ${message}`);
    return text.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => {
      const value = params[name];
      if (value === undefined) throw new Error(`${message} is not told its ${name}`);
      return String(value);
    });
  });
  return sentence;
};
