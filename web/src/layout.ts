// Where marks and their names lie in a view: nothing on anything else, nothing moved by chance.
type Rect = [left: number, top: number, right: number, bottom: number];
export type Side = "right" | "left" | "below";

const HALF = 11; // pixels from a mark's middle to its edge
const GAP = 14; // from a mark's middle to its name
const TALL = 32; // a name and its age
const RINGS = [26, 40, 56]; // pixels by which a mark is moved off another, on a line that keeps the true point
const AROUND = [[0, -1], [1, 0], [0, 1], [-1, 0], [0.7, -0.7], [0.7, 0.7], [-0.7, 0.7], [-0.7, -0.7]];
const MOVES: [number, number][] = [[0, 0], ...RINGS.flatMap((far) => AROUND.map(([x, y]): [number, number] => [x * far, y * far]))];

/** What lies in a view already. */
export class Room {
  private round: { x: number; y: number; far: number }[] = [];
  private words: Rect[] = [];

  constructor(private wide: number, private high: number) {}

  /** Keep a round spot free of marks and names. */
  take(x: number, y: number, far = HALF) {
    this.round.push({ x, y, far });
  }

  /** Return by how much a mark moves, the first free place of a fixed list, and take it. */
  move(x: number, y: number): [number, number] {
    const free = ([dx, dy]: [number, number]) => this.round.every((each) => Math.hypot(x + dx - each.x, y + dy - each.y) >= HALF + each.far);
    const [dx, dy] = MOVES.find(free) ?? MOVES[0];
    this.take(x + dx, y + dy);
    return [dx, dy];
  }

  /** Return on which side of a mark its name has room, and take it; null where it has none. */
  name(x: number, y: number, wide: number): Side | null {
    const sides: [Side, Rect][] = [
      ["right", [x + GAP, y - TALL / 2, x + GAP + wide, y + TALL / 2]],
      ["left", [x - GAP - wide, y - TALL / 2, x - GAP, y + TALL / 2]],
      ["below", [x - wide / 2, y + GAP, x + wide / 2, y + GAP + TALL]],
    ];
    const found = sides.find(([, rect]) => this.open(rect));
    if (found) this.words.push(found[1]);
    return found ? found[0] : null;
  }

  private open([left, top, right, bottom]: Rect): boolean {
    if (left < 0 || right > this.wide || top < 0 || bottom > this.high) return false;
    const onName = this.words.some(([l, t, r, b]) => left < r && right > l && top < b && bottom > t);
    return !onName && this.round.every(({ x, y, far }) => left > x + far || right < x - far || top > y + far || bottom < y - far);
  }
}
