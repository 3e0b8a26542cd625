/** All engines that the bench puts side by side. */
import type { EngineKind } from "./engine.ts";
import { flexsearch } from "./engines/flexsearch.ts";
import { fuse } from "./engines/fuse.ts";
import { minisearchNames, minisearchTown } from "./engines/minisearch.ts";
import { orama } from "./engines/orama.ts";
import { personFinder } from "./engines/person-finder.ts";
import { pgTrgm, pgTrgmAll } from "./engines/pg-trgm.ts";
import { primeroName, primeroTrace } from "./engines/primero.ts";
import { tokenSet } from "./engines/token-set.ts";
import { ufuzzy } from "./engines/ufuzzy.ts";
import { vereda } from "./engines/vereda.ts";

export const ENGINES: readonly EngineKind[] = [
  vereda,
  minisearchNames,
  minisearchTown,
  fuse,
  orama,
  flexsearch,
  ufuzzy,
  primeroName,
  primeroTrace,
  personFinder,
  tokenSet,
  pgTrgm,
  pgTrgmAll,
];
