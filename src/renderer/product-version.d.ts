/** Written in by the build: the version of package.json. */
declare const PRODUCT_VERSION: string
