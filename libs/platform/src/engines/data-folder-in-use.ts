/** Another living Văn Thư works in the data folder; two would destroy each other's files. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';

  constructor(
    readonly dataDir: string,
    readonly pid: number,
  ) {
    super(
      `The data folder ${dataDir} is in use by another Văn Thư (process ${pid}). Stop it, or choose another folder.`,
    );
  }
}
