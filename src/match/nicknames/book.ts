/** All the lists, read once, when the first nickname is looked up. */
import { once } from "../once.ts";
import { readForms } from "./forms.ts";
import { ELSEWHERE } from "./list-elsewhere.ts";
import { MEN_A_I } from "./list-men-a-i.ts";
import { MEN_J_Z } from "./list-men-j-z.ts";
import { TWO } from "./list-two.ts";
import { VARIANTS } from "./list-variants.ts";
import { WOMEN } from "./list-women.ts";
import { YOUNG } from "./list-young.ts";
import { readNicknames } from "./shares.ts";

export const book = once(() => readNicknames([MEN_A_I, MEN_J_Z, WOMEN, YOUNG, TWO, ELSEWHERE]));

export const forms = once(() => readForms(VARIANTS));
