/** A straight level or upright line that a page draws: the border of a table, a line under a head. Points, y upwards. */
export interface PdfRule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** One operator of a page as pdf.js lists it: its name and its arguments. */
export interface PdfOperator {
  readonly name: string;
  readonly args: unknown;
}

/** Affine map as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** Programs draw borders as filled boxes too: up to this thick (points) a box is a line. */
const THICKEST = 3;
/** A line may lean by this much (points) from rounding. */
const LEAN = 1;
/** Steps of a path, as pdf.js packs them into one list of numbers: the code, then its coordinates. */
const STEP = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const;
const CURVE_LENGTH = 6;
const QUADRATIC_LENGTH = 4;

/**
 * Follow the drawing operators of a page and note its straight level and upright lines.
 *
 * @param operators - All operators of the page, in order.
 * @returns Lines with their left (lower) end first; curves, slanted lines and filled areas are left out.
 * @example
 * readRules([{ name: 'constructPath', args: [22, [[0, 8, 223, 1, 134, 223, 1, 134, 224, 1, 8, 224, 4]]] }]);
 * // [{ x1: 8, y1: 223.5, x2: 134, y2: 223.5 }], the line over 考核项目
 */
export function readRules(operators: readonly PdfOperator[], codes: PaintCodes): PdfRule[] {
  const rules: PdfRule[] = [];
  const saved: Matrix[] = [];
  let matrix = IDENTITY;
  for (const { name, args } of operators) {
    if (name === 'save') saved.push(matrix);
    else if (name === 'restore' || name === 'paintFormXObjectEnd') matrix = saved.pop() ?? IDENTITY;
    else if (name === 'transform') matrix = multiply(matrix, toMatrix(args));
    else if (name === 'paintFormXObjectBegin') {
      saved.push(matrix);
      matrix = multiply(matrix, toMatrix(Array.isArray(args) ? args[0] : undefined));
    } else if (name === 'constructPath' && Array.isArray(args)) {
      const [paint, data] = args as readonly unknown[];
      const steps: unknown = Array.isArray(data) ? data[0] : undefined;
      if (typeof paint !== 'number' || !isNumbers(steps)) continue;
      const paths = readPaths(steps, matrix);
      if (codes.stroke.has(paint)) rules.push(...paths.flatMap(toSegments));
      else if (codes.fill.has(paint)) rules.push(...paths.flatMap(toThinBox));
    }
  }
  return rules;
}

/** The codes by which pdf.js says how a path is painted. */
export interface PaintCodes {
  readonly stroke: ReadonlySet<number>;
  readonly fill: ReadonlySet<number>;
}

type Point = readonly [number, number];

/** Sub-paths of straight steps; one with a curve is dropped. */
function readPaths(steps: ArrayLike<number>, matrix: Matrix): Point[][] {
  const paths: Point[][] = [];
  let path: Point[] = [];
  let isStraight = true;
  const close = () => {
    if (path.length > 1 && isStraight) paths.push(path);
    path = [];
    isStraight = true;
  };
  for (let at = 0; at < steps.length;) {
    const step = steps[at];
    at += 1;
    if (step === STEP.move || step === STEP.line) {
      if (step === STEP.move) close();
      path.push(apply(matrix, steps[at] ?? 0, steps[at + 1] ?? 0));
      at += 2;
    } else if (step === STEP.close) {
      const [first] = path;
      if (first !== undefined) path.push(first);
    } else {
      isStraight = false;
      if (step === STEP.curve) at += CURVE_LENGTH;
      else if (step === STEP.quadratic) at += QUADRATIC_LENGTH;
      else return paths;
    }
  }
  close();
  return paths;
}

function toSegments(path: readonly Point[]): PdfRule[] {
  return path.slice(1).flatMap(([x, y], index) => {
    const [fromX, fromY] = path[index] ?? [x, y];
    return toRule(fromX, fromY, x, y);
  });
}

function toThinBox(path: readonly Point[]): PdfRule[] {
  const xs = path.map(([x]) => x);
  const ys = path.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  if (high - low <= THICKEST && right - left > THICKEST)
    return toRule(left, (low + high) / 2, right, (low + high) / 2);
  if (right - left <= THICKEST && high - low > THICKEST)
    return toRule((left + right) / 2, low, (left + right) / 2, high);
  return [];
}

function toRule(x1: number, y1: number, x2: number, y2: number): PdfRule[] {
  const isLevel = Math.abs(y1 - y2) <= LEAN && Math.abs(x1 - x2) > LEAN;
  const isUpright = Math.abs(x1 - x2) <= LEAN && Math.abs(y1 - y2) > LEAN;
  if (!isLevel && !isUpright) return [];
  return [
    {
      x1: Math.min(x1, x2),
      y1: Math.min(y1, y2),
      x2: Math.max(x1, x2),
      y2: Math.max(y1, y2),
    },
  ];
}

function toMatrix(value: unknown): Matrix {
  if (!isNumbers(value) || value.length < 6) return IDENTITY;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(value);
  return [a, b, c, d, e, f];
}

function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

function isNumbers(value: unknown): value is ArrayLike<number> {
  return (
    (Array.isArray(value) && value.every((one) => typeof one === 'number')) ||
    value instanceof Float32Array
  );
}
