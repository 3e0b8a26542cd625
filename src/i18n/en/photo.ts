/** English: a photo of somebody who is sought. */
import type { Texts } from "../es/index.ts";

export const photo: Texts["photo"] = {
  title: "Photo",
  none: "There is no photo.",
  alt: "Photo of the person who is sought",
  lead: "Only with the permission of who seeks. It stays in this house; it goes out on a poster alone, if the family allows one.",
  choose: "Choose a photo",
  hint: "A face that is seen well. It is kept small, and without the place and the time that a camera notes.",
  keep: "Keep the photo",
  kept: "Photo kept.",
  takeBack: "Take the photo off",
  takenBack: "The photo is shown no more. To destroy it, erase the report for good.",
  unreadable: "That file cannot be opened as a photo. Choose another.",
};
