/** What to do about errors of the file system, for staff, by the system's code. */
export const ADVICE: Partial<Record<string, string>> = {
  ENOSPC: '磁盘已满；请腾出空间后再试',
  // What a copy of folders makes of a full disk, and of a broken one.
  EIO: '磁盘已满，或者读写出错；请检查磁盘，腾出空间后再试',
  EDQUOT: '磁盘配额已用完；请腾出空间后再试',
  EACCES: '没有写入的权限；请检查这个文件夹的所有者和权限',
  EPERM: '没有写入的权限；请检查这个文件夹的所有者和权限',
  EROFS: '这个文件夹是只读的；请另指一个可以写入的文件夹（JIXIAO_OUT、JIXIAO_CONTENT）',
  EBUSY: '这个文件夹是挂载点，或者正在使用，不能整个替换；请用 JIXIAO_OUT 指向它里面的一个文件夹',
  EXDEV: '临时文件和网站不在同一个磁盘上；请用 JIXIAO_OUT 另指一个文件夹',
  EMFILE: '打开的文件太多；请用 ulimit -n 提高上限后再试',
};
