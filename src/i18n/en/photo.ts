/** English: a photo of somebody who is sought. */
import type { Texts } from "../es/index.ts";

export const photo: Texts["photo"] = {
  title: "Photo",
  none: "There is no photo.",
  alt: "Photo of the person who is sought",
  lead: "Only with the permission of who seeks. It stays in this house; it goes out on a poster alone, if the family allows one.",
  choose: "Choose a photo",
  hint: "A face that is seen well. It is kept small, and without the place and the time that a camera notes.",
  keep: "Keep the photo, with permission",
  kept: "Photo kept.",
  takeBack: "Take the photo off",
  takenBack: "The photo is shown no more. To destroy it, erase the report for good.",
  unreadable: "That file cannot be opened as a photo. Choose another.",
  chosen: "Chosen photo: as it will be kept",
  drop: "Do not use this photo",
  notKept: "The report is saved, the photo is not. Keep it once more here.",
  onPoster: "Put the photo on the poster",
  onPosterHint:
    "Only if the family agrees to the photo too. Of a child or adolescent, ask whoever does protection first.",
  command: "The photo of somebody who is sought: it stays in the house, with their report",
  commandKeep:
    "Keeps a JPEG photo with a report, by permission of who seeks, in the place of one that was there",
  commandGet: "Writes the photo of a report to a file",
  commandRemove: "Takes the photo of a report off: it is shown no more",
  commandReport: "report of the house",
  commandJpeg: "JPEG file, upright and small already",
  commandFile: "file to write",
  written: "The photo is written. Delete it when it is needed no more.",
};
