/** What the values of a layer may depend on. */
export type StyleContext = { zoom: number; properties: Readonly<Record<string, unknown>> };

type Operator = (context: StyleContext, args: readonly unknown[]) => unknown;

const value = styleValue;

/** The operators that the layers of this project use; a test checks every layer. */
const OPERATORS: Record<string, Operator> = {
  literal: (_, [literal]) => literal,
  zoom: ({ zoom }) => zoom,
  get: ({ properties }, [name]) => properties[name as string],
  all: (context, args) => args.every((arg) => value(context, arg)),
  '==': (context, [a, b]) => value(context, a) === value(context, b),
  '!=': (context, [a, b]) => value(context, a) !== value(context, b),
  case: (context, args) => {
    for (let at = 0; at + 1 < args.length; at += 2) if (value(context, args[at])) return value(context, args[at + 1]);
    return value(context, args.at(-1));
  },
  match: (context, [input, ...args]) => {
    const found = value(context, input);
    for (let at = 0; at + 1 < args.length; at += 2) {
      const labels = args[at];
      if (Array.isArray(labels) ? labels.includes(found) : labels === found) return value(context, args[at + 1]);
    }
    return value(context, args.at(-1));
  },
  interpolate: (context, [kind, input, ...stops]) => {
    if ((kind as unknown[])[0] !== 'linear')
      throw new Error(`the SVG renderer supports linear interpolation only, not ${JSON.stringify(kind)}`);
    const at = value(context, input) as number;
    const points = stops.filter((_, index) => index % 2 === 0) as number[];
    const next = points.findIndex((point) => point > at);
    const result = (index: number) => value(context, stops[2 * index + 1]) as number;
    if (next === 0) return result(0);
    if (next < 0) return result(points.length - 1);
    const share = (at - points[next - 1]!) / (points[next]! - points[next - 1]!);
    return result(next - 1) + share * (result(next) - result(next - 1));
  }
};

/**
 * Evaluates a MapLibre style expression, for rendering the same layers as SVG. Arrays that are not expressions
 * (dashes) are returned unchanged. Throws on an unknown operator.
 */
export function styleValue(context: StyleContext, expression: unknown): unknown {
  if (!Array.isArray(expression) || typeof expression[0] !== 'string') return expression;
  const [name, ...args] = expression as [string, ...unknown[]];
  const operator = OPERATORS[name];
  if (!operator) throw new Error(`the SVG renderer does not support the style operator "${name}"`);
  return operator(context, args);
}
