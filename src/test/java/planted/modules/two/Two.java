package planted.modules.two;

/** Used by the first module. */
public class Two {}
