import { numberText, type GrammaticalForm, type Locale } from './locale.ts';

/** A text with `{placeholders}`, some in a form as `{day:genitive}`, or one text per plural form of the parameter `n`. */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** A word in the form that a message asks for; without one as it stands alone. */
export type Inflected = (form?: GrammaticalForm) => string;

export type Params = Record<string, string | number | Inflected>;

/** The text of a message; numbers in `params` are formatted in the language. */
export type Translate<Key extends string> = (key: Key, params?: Params) => string;

/**
 * `catalogue` may grow later. `plurals` is the language whose plural rules apply. A missing message gives its key.
 */
export function translator<Key extends string>(
  catalogue: Partial<Record<Key, Message>>,
  locale: Locale,
  plurals: string
): Translate<Key> {
  const plural = new Intl.PluralRules(plurals);
  return (key, params = {}) => {
    const message: Message = catalogue[key] ?? key;
    const n = typeof params.n === 'number' ? params.n : 0;
    const text = typeof message === 'string' ? message : (message[plural.select(n)] ?? message.other);
    return text.replace(/\{(\w+)(?::(\w+))?\}(\.?)/g, (whole, name: string, form: string | undefined, stop: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      const said =
        typeof value === 'number'
          ? numberText(locale, value)
          : typeof value === 'string'
            ? value
            : value(form as GrammaticalForm | undefined);
      // A Serbian date ends with a full stop of its own, which ends the sentence too.
      return said.endsWith('.') ? said : said + stop;
    });
  };
}

/** The message with `map` applied to each of its forms. */
export function mapMessage(message: Message, map: (text: string) => string): Message {
  if (typeof message === 'string') return map(message);
  return Object.fromEntries(Object.entries(message).map(([form, text]) => [form, map(text)])) as Message;
}
