// Which program this is, written in by the build.

declare const GRADUS_VERSION: string | undefined;
declare const GRADUS_BUILD: string | undefined;

export const programVersion: string = typeof GRADUS_VERSION === 'string' ? GRADUS_VERSION : '0.0.0-source';

/** With a digest of the sources it was built from: what a program once worked out is only believed by the very same program. */
export const programIdentity: string = typeof GRADUS_BUILD === 'string' ? `${programVersion} ${GRADUS_BUILD}` : programVersion;
