// The three records every zip file is made of: how each begins, and how long it is before the texts that follow it
// (PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12 and 4.3.16).
export const LOCAL_HEADER = { signature: 0x0403_4b50, length: 30 } as const
export const DIRECTORY_ENTRY = { signature: 0x0201_4b50, length: 46 } as const
export const END_RECORD = { signature: 0x0605_4b50, length: 22 } as const
