// A folder dropped on the window comes as an entry that has to be walked; a plain file comes as itself.

const folders = new WeakMap<File, string>();

/** The folders that a file was chosen with, 报来的/东街道; "" for a file chosen by itself. */
export function folderOf(file: File): string {
  return folders.get(file) ?? file.webkitRelativePath.split("/").slice(0, -1).join("/");
}

/** All files of a drop, those in folders among them, in the order of their names within each folder. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // Entries must be taken before the first wait: the transfer is empty after the event.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const plain = [...transfer.files];
  if (entries.every((entry) => entry === null)) return plain;
  const found = await Promise.all(entries.map(async (entry) => (entry === null ? [] : await filesOf(entry))));
  return found.flat();
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    folders.set(file, entry.fullPath.split("/").slice(1, -1).join("/"));
    return [file];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  for (;;) {
    // A reader hands out a hundred at a time and ends with none.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map(filesOf))).flat();
}
