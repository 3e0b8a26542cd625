/** English: why something was not done. Each says what happened, what is safe, and what to do. */
import type { Texts } from "../es/index.ts";

export const faults: Texts["faults"] = {
  "no-profile": "There is no house on this computer yet. Start a network or use an invitation.",
  "already-founded":
    "There is a network on this computer already. For another, use another browser or computer.",
  locked: "Vereda is locked. Enter your passphrase; what you typed is still here.",
  "wrong-passphrase": "The passphrase does not match. Check capitals, accents and spaces, and type it again.",
  "try-later":
    "Several passphrases were tried that do not match. Wait {seconds} s and type it again: the right one waits too.",
  "which-vault": "Several people work on this computer. Choose your badge.",
  "same-passphrase": "The new passphrase is the same as the present one. Type another.",
  "wrong-pin": "The PIN does not match. After {left} more tries only the passphrase opens.",
  unsent:
    "{records} records are on this computer alone. Wait for contact with the base or another house, and try again.",
  "only-protection":
    "This computer is the only one of the house that was given the keys of protected records. First give somebody else the Protection role, and wait until both computers had contact.",
  "pin-ended": "The PIN no longer opens this computer. Type your passphrase.",
  "pin-format": "The PIN has six digits.",
  "pin-simple":
    "That PIN is among the first that anybody would try. Choose another, without runs or repeated digits.",
  "draft-too-large": "What was typed is too long to be kept half done. Shorten the texts.",
  "vault-damaged":
    "The keys kept on this computer are damaged. Ask for a new invitation on another computer of the house: the records come back on joining.",
  "passphrase-too-short": "The passphrase needs at least {least} letters.",
  "profile-in-use":
    "Vereda is already open in another tab or window of this computer. Go on there, or close it and load this page again.",
  "storage-full":
    "It could not be saved: the disk is full. What you typed is still on screen. Free some space and try again.",
  "storage-damaged":
    "Some of what is kept on this computer cannot be read. The rest is still here. Delete nothing; tell whoever coordinates.",
  "storage-failed":
    "The disk did not let it be saved or read. What you typed is still on screen. Try again; if it happens again, tell whoever coordinates.",
  "code-mistyped": "The code has a typing error. Compare it letter by letter with the original.",
  "code-unknown": "That code is not an invitation of Vereda. Ask whoever invited you for a new one.",
  "seed-unknown":
    "None of the hubs that answer knows that invitation. Compare the 26 letters and digits one by one; if they are the same, ask whoever invited you to leave their hub on, or for a new invitation.",
  "seed-no-hub":
    "The 26 letters need a hub of the network in reach, and none answers. Switch on this house's hub on the same network, or use the whole code, which works without contact.",
  "invite-expired": "The invitation has expired. Ask whoever invited you for a new one.",
  "invite-used": "The invitation was used already. Each works once: ask for a new one.",
  "other-mesh": "The invitation is from another network. This computer can hold only one.",
  "words-differ": "The four words are not the same. Do not confirm; make a new invitation.",
  "no-such-request": "That request is gone. It may have been confirmed on another computer.",
  "not-your-invite": "Only whoever made the invitation can confirm.",
  "not-a-member-yet": "You still have to be confirmed in the network. Until then this cannot be done.",
  "not-allowed": "Your role in the house does not allow this. Ask whoever coordinates.",
  "age-unknown": "First note the person's age, if only about: it decides how many people must agree.",
  "person-said-no": "The person said that nobody may be told that they passed. Nothing is told.",
  "not-sought":
    "The person said that we are not to look whether somebody seeks them. Nothing is told. If they changed their mind, note that first under “What the person allows”.",
  "said-no-care":
    "One of these people said that no file is to be kept on them. Give it all the same, and note how many people, not who.",
  "still-here": "The person is still in the house: ask them, alone.",
  "only-passed": "They have left: all that can be told is that they passed, if they allowed it.",
  "somebody-named": "They named somebody who must never be told of them: nothing is told.",
  "opened-already": "Two people have opened it already.",
  "nothing-to-agree": "Nothing waits for another person's word here.",
  "another-person": "It takes another person of the house, at their own device: you asked them yourself.",
  "protection-must-agree": "One of the two must answer for protection or coordinate the house. Ask them.",
  died: "It is noted that the person died: nothing is answered from here. Talk to whoever coordinates and to protection; the family is told by people.",
  "same-record": "It is the same record. Choose another one.",
  "not-merged": "Those two records are not joined: there is nothing to part.",
  "not-by-hand":
    "This is not written by hand: it has a command of its own, which guards what leaves the house.",
  "not-erased": "Nobody has ordered that record to be erased, as far as is known here.",
  "not-yours":
    "That card belongs to another house: only that house changes it. Write to them if you know more.",
  removed:
    "This computer is no longer part of the network. What it kept is still here; to come back, ask for a new invitation.",
  "access-ended":
    "This computer's two weeks of access are over. Ask whoever coordinates to renew them; what was written is still here.",
  "no-such-device": "That computer is not in the network that this one knows.",
  "too-few-sites":
    "With fewer than three houses in the network, no other house nor its coordinator can be taken out.",
  "role-not-here": "That house does not have that role.",
  distrusted:
    "Your house said that it does not trust that one, so nothing is written to it. What was written is still on the screen. Whoever coordinates can take that word back on the network page.",
  "needs-second-site":
    "With three houses or more, a new house also needs another one's word. Ask the coordinator of another house to approve it, and confirm after that.",
  "bad-period":
    "Those months cannot be counted. Write them as 2026-03, the first before the last, ten years at most.",
  "month-not-over":
    "Only months that are over are counted: a file of an open month, beside one of the next day, would tell who came in between. The last one that can be counted is {last}.",
  "limit-too-low": "That limit is too low for a house to work with. Give a higher number.",
  "house-full":
    "The house has all the devices that the network allows. Take out those that are no longer used, or ask for more on the network page.",
  "house-limit":
    "The house fills all the room that the network gives it, and nobody would receive what is saved. What you wrote is still on the screen. Ask whoever coordinates to ask for more room on the network page.",
  "report-closed":
    "That search is closed: it is not renewed. If the family still seeks, open it again on its page.",
  "not-left": "No departure of that person is noted: they are in the house.",
  "no-such-record": "That record is not on this computer.",
  "no-such-kind": "This version of Vereda does not know that kind of record.",
  "no-such-site":
    "That house is not in the network that this computer knows, nor that institution in the directory.",
  "needs-consent":
    "One of these people has not said that they may be referred there. Ask them, write it down under “What the person allows”, and send again.",
  "no-photo": "That file is no whole JPEG picture. Choose another, or save it as JPEG.",
  "photo-too-large": "The photo has {bytes} bytes, and {most} fit. Make it smaller.",
  "poster-not-allowed":
    "Who seeks has not said that a poster may be made. Explain that anybody reads it, and note in the report whether they agree.",
  "names-seeker":
    "That line says the name, the telephone or the address of who seeks. On a poster extortionists read them too. Give the house's.",
  "needs-contact": "Write whom to call: the name and the telephone of the house.",
  "sharing-closed":
    "This is not told to that house: {reason}. Whoever coordinates decides under “Whom we share with”.",
  "needs-reason": "Write the reason: it is needed to look for other help.",
  "said-no-there":
    "The person said that they are to be told nothing. A no is respected, also in danger. Ask again if they can answer now.",
  "second-must-answer":
    "Another person of the house is needed, at their own device, and one of the two must be a coordinator or of protection.",
  "gives-away":
    "What is written says a name of the person, a telephone or a link, and it is read before anybody accepts. Take it out and save again.",
  "slip-mistyped": "The code has a mistake. Compare it with the paper letter by letter.",
  "slip-unknown":
    "No paper of this house has that code. See whether the paper is another house's, or wait until this computer has had contact with the others.",
  "slip-over":
    "That referral is closed or cancelled: its paper is not printed any more. To ask again, make a new one.",
  "service-closed":
    "The directory says that this institution closed. Choose another, or confirm in the directory that it is open.",
  "follow-not-now": "That cannot be said now of who follows the case. What your house may say: {allowed}.",
  "hand-over-to-house":
    "Only a house of the network can follow a case. For an institution this house follows it.",
  "needs-heard": "Say how what the institution answered was heard: by the paper or by telephone.",
  "too-many-people": "These are too many people for one referral. Make several, of 50 people or fewer.",
  "step-not-now": "That step cannot be done now. What your house may write down: {possible}.",
  "not-protection": "This is for the person in charge of protection. Ask them for what you need.",
  "released-already": "That person has left already, with the word of two. If they did not, undo that first.",
  "only-protection-frees":
    "That bed is freed by the person in charge of protection or by whoever coordinates. You can give another bed instead.",
  "not-agreed-to-carry":
    "The person has not said yes to carrying a card. Ask them, write it down in “What the person allows”, and make it again.",
  "nothing-to-carry": "The card would say nothing. Choose with the person what they want known.",
  "carried-too-long": "A card is valid for at most 180 days. Give it less time.",
  "card-mistyped":
    "Those are not the thirteen words of a card of this network: one is missing, or miscopied. Compare them with the sheet, in order. If they are the same, it was given by a house that this computer does not know yet: wait for contact.",
  "card-not-here":
    "The words are right, but what {site} put on the card has not come to this computer yet. Nothing was kept here. Try again after contact with other houses, and meanwhile ask the person.",
  "card-revoked":
    "This card was revoked: it says nothing. Ask the person, and if they need one, make another.",
  "card-expired":
    "This card ended on {on}. The date of this computer is {today}: if that is not today's, correct it and open the card again.",
  "card-ahead":
    "This card is dated {on}, and this computer's date is {today}. One of the two clocks is wrong, so nobody knows whether it has ended. If this computer's date is not today's, correct it and open the card again.",
  "said-once":
    "What was said stays as it was said and is not corrected. Write down the new answer on the person's page; the new one holds.",
  fields: "There are details to correct.",
  "record-too-large":
    "The record is too long to be saved. Shorten the texts; what you typed is still on screen.",
  "file-not-understood": "The file could not be read: {detail}. What was saved has not changed.",
  "no-peer":
    "No computer of the network was found. Check that the base is on and on the same network, and try again.",
  "peer-unreachable":
    "That address does not answer. Check the address and that the other computer is on. What was saved is still here.",
  "peer-refused":
    "The other computer is not of this network, or did not accept. Check the address with the other house.",
  "recovery-words-mistyped":
    "Those are not the twelve words of a sheet: one is missing or copied wrongly. Compare them with the paper, in order.",
  "recovery-words-unknown":
    "No device that answers knows those words. They may be another house's, or of a sheet that no longer counts. Look for the newest sheet.",
  "recovery-words-void":
    "Those words no longer count: the house made others, or took out somebody who knew them. Look for the newest sheet.",
  "not-a-backup":
    "That file is no Vereda backup, or it is damaged or cut short. Try another copy; nothing has changed.",
  "backup-not-yours":
    "That does not open the backup. Use the passphrase of when it was made, the house's twelve words, or an invitation of the same network.",
  copied:
    "There is another copy of this device that went on writing. What is kept here can be read; to write, ask whoever coordinates to take it out, and come in as a new device, with an invitation or the twelve words.",
  "no-key":
    "This computer does not have the key to those records yet. It comes when there is contact with your house.",
};

export const unforeseen: Texts["unforeseen"] =
  "Something did not go as it should. What was saved is still on this computer. Try again.";
