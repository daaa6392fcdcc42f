// The program's version, written in by the build.

declare const GRADUS_VERSION: string | undefined;

export const programVersion: string = typeof GRADUS_VERSION === 'string' ? GRADUS_VERSION : '0.0.0-source';
