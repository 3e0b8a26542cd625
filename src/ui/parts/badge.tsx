/** The badges by which a locked screen tells vaults apart: a picture and a word for each. */
import Bell from "lucide-solid/icons/bell";
import Bird from "lucide-solid/icons/bird";
import Fish from "lucide-solid/icons/fish";
import Flower from "lucide-solid/icons/flower";
import Leaf from "lucide-solid/icons/leaf";
import Moon from "lucide-solid/icons/moon";
import Mountain from "lucide-solid/icons/mountain";
import Sailboat from "lucide-solid/icons/sailboat";
import Star from "lucide-solid/icons/star";
import Sun from "lucide-solid/icons/sun";
import TreePine from "lucide-solid/icons/tree-pine";
import Umbrella from "lucide-solid/icons/umbrella";
import type { Badge } from "#engine";

export const BADGE_ICONS: Readonly<Record<Badge, typeof Star>> = {
  star: Star,
  moon: Moon,
  sun: Sun,
  leaf: Leaf,
  flower: Flower,
  tree: TreePine,
  fish: Fish,
  bird: Bird,
  mountain: Mountain,
  bell: Bell,
  boat: Sailboat,
  umbrella: Umbrella,
};

/** All badges, in the order in which they are given out. */
export const BADGE_NAMES = Object.keys(BADGE_ICONS) as readonly Badge[];
