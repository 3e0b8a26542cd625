/**
 * The documents that are open for editing, each in a handle of automerge-repo without its `Repo`:
 * neither its storage nor its network, whose synchroniser would wait a minute for peers that never
 * come (docs/decisions/0003-automerge-repo.md). Vereda's log keeps and carries the changes.
 */
import * as A from "@automerge/automerge";
import { DocHandle, generateAutomergeUrl, parseAutomergeUrl } from "@automerge/automerge-repo";
import {
  loadDocument,
  patchApart,
  patchDocument,
  type AttributedChange,
  type Author,
  type StoredDocument,
} from "./document.ts";
import type { PlainMap } from "./plain.ts";

export class OpenDocuments {
  readonly #open = new Set<DocHandle<StoredDocument>>();

  /** Number of documents held; zero when nothing is open. */
  get size(): number {
    return this.#open.size;
  }

  /**
   * Opens a document from its changes, applies one patch as `author`, and closes it.
   * Returns the new changes (none if the patch changes nothing).
   */
  edit(changes: readonly AttributedChange[], author: Author, patch: PlainMap): readonly Uint8Array[] {
    return this.#update(changes, author, patchDocument(author.seconds, patch));
  }

  /** The same, with what others made at once left beside it ({@link patchApart}). */
  editApart(changes: readonly AttributedChange[], author: Author, patch: PlainMap): readonly Uint8Array[] {
    return this.#update(changes, author, patchApart(author.seconds, patch));
  }

  #update(
    changes: readonly AttributedChange[],
    { actor }: Author,
    change: (document: A.Doc<StoredDocument>) => A.Doc<StoredDocument>,
  ): readonly Uint8Array[] {
    const handle = this.#openHandle(changes, actor);
    try {
      const before = A.getHeads(handle.doc());
      handle.update(change);
      return A.getChangesSince(handle.doc(), before);
    } finally {
      this.#close(handle);
    }
  }

  #openHandle(changes: readonly AttributedChange[], actor: string): DocHandle<StoredDocument> {
    // The id is the handle's own and goes nowhere: records have ids of ours.
    const { documentId } = parseAutomergeUrl(generateAutomergeUrl());
    const handle = new DocHandle<StoredDocument>(documentId, noReferences);
    handle.update(() => loadDocument(changes, actor));
    handle.doneLoading();
    this.#open.add(handle);
    return handle;
  }

  #close(handle: DocHandle<StoredDocument>): void {
    // Unloading looks at the document once more, so the collector frees it, not we.
    handle.unload();
    this.#open.delete(handle);
  }
}

function noReferences(): never {
  throw new TypeError("nothing points into an open document");
}
