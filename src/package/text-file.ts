import { type FileHandle, open } from 'node:fs/promises'

/** A file that grows by texts, in UTF-8. */
export class TextFile {
  private constructor(private readonly file: FileHandle) {}

  /** Begins a file; what stands at its path is lost. */
  static async open(path: string): Promise<TextFile> {
    return new TextFile(await open(path, 'w'))
  }

  append(text: string): Promise<void> {
    // Not `write`, which takes only a part of the text when the disk is nearly full and says nothing.
    return this.file.appendFile(text)
  }

  close(): Promise<void> {
    return this.file.close()
  }
}
