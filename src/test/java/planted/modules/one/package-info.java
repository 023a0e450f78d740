/** May use nothing. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package planted.modules.one;
