/**
 * The documents that are open for editing, held by automerge-repo without its storage and without
 * its network: Vereda's log keeps and carries the changes (docs/decisions/0003-automerge-repo.md).
 * A document is imported when it is opened, changed through its handle, and dropped when closed
 * (`removeFromCache`; automerge-repo issue 435 is why a test watches that it ends).
 */
import * as A from "@automerge/automerge";
import { Repo, type DocHandle } from "@automerge/automerge-repo";
import { loadDocument, patchDocument, type AttributedChange, type Author, type StoredDocument } from "./document.ts";
import type { PlainMap } from "./plain.ts";

export class OpenDocuments {
  readonly #repo = new Repo({ network: [] });

  /** Number of documents held; zero when nothing is open. */
  get size(): number {
    return Object.keys(this.#repo.handles).length;
  }

  /**
   * Opens a document from its changes, applies one patch as `author`, and closes it.
   * Returns the new changes (none if the patch changes nothing).
   */
  async edit(changes: readonly AttributedChange[], author: Author, patch: PlainMap): Promise<readonly Uint8Array[]> {
    const handle = this.#open(changes, author.actor);
    try {
      const before = A.getHeads(handle.doc());
      handle.update(patchDocument(author.seconds, patch));
      return A.getChangesSince(handle.doc(), before);
    } finally {
      await this.#repo.removeFromCache(handle.documentId);
    }
  }

  #open(changes: readonly AttributedChange[], actor: string): DocHandle<StoredDocument> {
    const document = loadDocument(changes, actor);
    const handle = this.#repo.import<StoredDocument>(A.save(document));
    A.free(document);
    // `import` gives the document an actor of its own choice; ours must be the log's.
    handle.update((imported) => A.clone(imported, { actor }));
    return handle;
  }
}
