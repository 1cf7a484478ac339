/** A text with `{placeholders}`, or one text per plural form of the parameter `n`. */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

export type Params = Record<string, string | number>;

/** The text of a message; numbers in `params` are written in the language's way. */
export type Translate<Key extends string> = (key: Key, params?: Params) => string;

/** `catalogue` may be added to later. A message that is not there gives its key. */
export function translator<Key extends string>(catalogue: Partial<Record<Key, Message>>, tag: string): Translate<Key> {
  const plural = new Intl.PluralRules(tag);
  const number = new Intl.NumberFormat(tag);
  return (key, params = {}) => {
    const message: Message = catalogue[key] ?? key;
    const n = typeof params.n === 'number' ? params.n : 0;
    const text = typeof message === 'string' ? message : (message[plural.select(n)] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? number.format(value) : value;
    });
  };
}

/** The message with each of its forms put through `map`. */
export function mapMessage(message: Message, map: (text: string) => string): Message {
  if (typeof message === 'string') return map(message);
  return Object.fromEntries(Object.entries(message).map(([form, text]) => [form, map(text)])) as Message;
}
