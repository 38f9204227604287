import type { KeyedRandom } from "../random";

/** Place names made of two common elements; none is meant to be a real place. */
const first = [..."柏松桐梨枫榆槐竹荷兰云霞雪霜雁鹭鹤鹿青白金玉杏桃梅菱芦莲柳楠"];
const second = [..."溪坪岭湾桥塘坡源洲垭冲田浦滩岩坞畈坳"];

/** All combinations in an order of this county's own, so that a county never repeats a name. */
export const placeNames = (random: KeyedRandom): readonly string[] =>
  first
    .flatMap((head) => second.map((tail) => head + tail))
    .map((name) => ({ name, order: random("place", name) }))
    .sort((a, b) => a.order - b.order)
    .map(({ name }) => name);
