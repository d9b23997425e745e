// A silent stand-in for `debug`: fhirclient would otherwise print tokens when localStorage.debug is set.
// CommonJS on purpose: fhirclient requires it, and an ES module here fails at run time.
module.exports = () => {
  const silent = () => {};
  silent.extend = () => silent;
  return silent;
};
